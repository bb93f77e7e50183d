Meta:
@requirement CHAT-4 CHAT-5 CON-3

Narrative:
In order to help many people at once without losing one
As an agent
I want to work by keyboard, and go on where I was when my line comes back

Scenario: An offer is declined and another taken, by keyboard alone

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor has opened the chat on the shop's page
When the visitor writes "Do you repair stoves?"
Then the agent is offered a new chat
When the agent declines it by the keyboard
Then nothing is offered to the agent
When the agent takes "Do you repair stoves?" from the queue
Then the agent reads "Do you repair stoves?"
When the agent replies "We do."
Then the visitor reads "We do."

Scenario: The agent's line is lost while both go on writing

When the agent's line is lost
Then the agent is told that what is written is kept
When the agent replies "Which model is it?"
Then the agent's "Which model is it?" waits for the line
When the visitor goes on "It is the small one."
Then the visitor has not read "Which model is it?"
When the agent's line is back
Then the agent reads "It is the small one." once
And the visitor reads "Which model is it?" once
And the agent sees that "Which model is it?" was read

Scenario: The agent's browser is closed over a half written answer

When the agent begins to write "The small one takes a day"
And the agent reloads the console
And the agent shows the conversation "Which model is it?" again
Then what the agent began is still there: "The small one takes a day"
When the agent sends it
Then the visitor reads "The small one takes a day" once
When the agent closes the conversation
Then the visitor sees that it is closed
