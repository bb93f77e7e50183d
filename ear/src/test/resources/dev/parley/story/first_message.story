Meta:
@requirement CHAT-1 CHAT-3 WID-1

Narrative:
In order to get help where the question comes up
As a visitor of a company's site
I want to write to a person and be answered in the same place

Scenario: A visitor writes from the shop, an agent accepts and answers

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor has opened the chat on the shop's page
When the visitor writes "Does the tent stand a storm?"
Then the agent is offered a new chat
When the agent accepts it
Then the agent reads "Does the tent stand a storm?"
When the agent replies "It does, up to wind force ten."
Then the visitor reads "It does, up to wind force ten."

Scenario: The visitor finds the conversation again after a reload

When the visitor reloads the page and opens the chat
Then the visitor reads "It does, up to wind force ten."
When the agent closes the conversation
Then the visitor sees that it is closed
