Meta:
@requirement COM-6
@requirement COM-2
@requirement ROU-8
@requirement ROU-9
@requirement SEC-1

Narrative:
In order that visitors of our website reach people, and know exactly when nobody is there
As the owner of a company
I want to be led from an empty installation to the first chat, without anybody's help

Scenario: An owner starts with nothing, invites an agent, puts the line into a page and closes for lunch

Given an empty production installation on PostgreSQL
When the owner sets up "Northwind" with the code of the log, where it is shortly after noon
Then the owner is shown the first steps
When the owner says that today is open from 09:00 to 18:00
And the owner invites "mia@northwind.example"
Then an invitation reaches "mia@northwind.example" by mail
When "Mia Miller" follows it and chooses a password
And the owner lets the pages of the website use the chat
And pastes the line into a static page of that website
And the agent is available
Then a visitor of that page is told "We are here"
When the owner closes for lunch from 12:00 to 14:00
Then a visitor of that page is told "Back today at 2:00 PM"
And whoever leaves a message there is asked where the answer may come
