Meta:
@requirement WID-2 WID-15

Narrative:
In order to be reached from a mail, a poster or a letter
As a company
I want a link that is a chat, on whatever device it is opened

Scenario: Somebody follows the link and talks with an agent, without any page around it

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And somebody has followed the link to the chat
When the visitor writes "Do you repair poles?"
Then the agent is offered a new chat
When the agent accepts it
Then the agent reads "Do you repair poles?"
When the agent replies "We do, within a week."
Then the visitor reads "We do, within a week."

Scenario: The link leads back to the conversation

When the visitor follows the link again
Then the visitor reads "We do, within a week."
When the agent closes the conversation
Then the visitor sees that it is closed
