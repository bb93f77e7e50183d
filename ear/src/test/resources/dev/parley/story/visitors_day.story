Meta:
@requirement CHAT-4 CHAT-10 CHAT-11

Narrative:
In order to trust that I am heard
As a visitor
I want to see what becomes of my words, and lose none of them when my line is lost

Scenario: Each sees that the other is writing, and that what was written was read

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor has opened the chat on the shop's page
When the visitor writes "Is the Ridge 3 in stock?"
Then the agent is offered a new chat
When the agent accepts it
Then the agent reads "Is the Ridge 3 in stock?"
And the visitor sees that "Is the Ridge 3 in stock?" was read
When the agent begins to write "It is, in green"
Then the visitor sees that Anna Agent is typing
When the agent sends it
Then the visitor reads "It is, in green"
And the visitor sees nobody typing
And the agent sees that "It is, in green" was read
When the visitor begins to write "And in"
Then the agent sees that somebody is typing
When the visitor begins to write ""
Then the agent sees nobody typing

Scenario: The visitor's line is lost in the middle of the conversation

When the visitor's line is lost
Then the visitor is told that what is written is kept
When the visitor goes on "Please put one aside."
Then the visitor's "Please put one aside." waits for the line
When the agent replies "Shall I put one aside?"
Then the agent has not read "Please put one aside."
When the visitor's line is back
Then the visitor reads "Shall I put one aside?" once
And the agent reads "Please put one aside." once
And the visitor sees that "Please put one aside." was read

Scenario: The visitor leaves in the middle of it and comes back

When the visitor leaves the shop
And the agent replies "It is yours until Friday."
And the visitor comes back and opens the chat
Then the visitor reads "It is yours until Friday." once
And the visitor reads "Please put one aside." once
When the agent closes the conversation
Then the visitor sees that it is closed
When the visitor goes on "Thank you, I am on my way."
Then the agent is offered it again
