Meta:
@requirement CHAT-17

Narrative:
In order that a visitor is helped by whoever knows
As an agent
I want to hand a conversation to a colleague, with a word about it that the visitor does not see

Scenario: An agent hands a conversation to a colleague, who goes on with it

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor has opened the chat on the shop's page
When the visitor writes "Which rope fits the blue tent?"
Then the agent is offered a new chat
When the agent accepts it
Given the colleague agent2@acme.example has signed in to the console and is available
When the agent transfers it to "Ben Agent" with the comment "Ropes are yours, Ben."
Then the agent reads "transferred it to Ben Agent"
And the colleague finds "Which rope fits the blue tent?" among their own conversations
And the colleague reads "Ropes are yours, Ben."
When the colleague replies "The grey one of 4 mm."
Then the visitor reads "The grey one of 4 mm."
And the visitor never sees "Ropes are yours, Ben."
When the colleague closes the conversation
Then the visitor sees that it is closed
