Meta:
@requirement CHAT-2 CHAT-5 CHAT-10 CHAT-11 CHAT-12 CHAT-21 CHAT-28

Narrative:
In order to get help while a train does what it likes with my line
As a visitor of a company's site
I want what I write to arrive once, and what was said to be there when I come back

Scenario: Each side sees that the other is writing, and how far each message has come

Given the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor called "Nora Field" has opened the chat on the shop's page
When the visitor writes "Does the Ridge 3 stand a storm?"
Then the agent is offered a new chat
And the visitor sees "Sent" under "Does the Ridge 3 stand a storm?"
When the agent accepts it
Then the visitor sees "Read" under "Does the Ridge 3 stand a storm?"
When the visitor begins to write
Then the agent sees that "Nora Field" is writing
When the visitor thinks better of it
Then the agent sees that "Nora Field" is no longer writing
When the agent begins to write
Then the visitor sees that "Anna Agent" is writing
When the agent thinks better of it
Then the visitor sees that "Anna Agent" is no longer writing
When the visitor closes the panel
And the agent replies "It does, up to wind force ten."
Then the agent sees "Delivered" under "It does, up to wind force ten."
When the visitor opens the panel again
Then the agent sees "Read" under "It does, up to wind force ten."
When the agent looks at something else
And the visitor adds "Then I take it."
Then the visitor sees "Delivered" under "Then I take it."
When the agent looks at the console again
Then the visitor sees "Read" under "Then I take it."

Scenario: The visitor's line drops in mid-conversation, and what was written meanwhile is kept and arrives once

When the visitor's line is cut
And the visitor adds "And how heavy is it?"
Then the visitor sees "Waiting for the connection" under "And how heavy is it?"
And the visitor is told "Reconnecting. What you write is kept and sent."
When the visitor's line comes back
Then the agent reads "And how heavy is it?" exactly once
And the visitor sees "Read" under "And how heavy is it?"
And the visitor reads "And how heavy is it?" exactly once

Scenario: The visitor leaves before the desk's answer has come through, and returns to all that was said

When the answers to the visitor are lost on the way
And the visitor adds "Is there a blue one?"
Then the agent reads "Is there a blue one?"
And the visitor sees "Sending" under "Is there a blue one?"
When the visitor leaves for another page
And the agent replies "There is, and a green one."
And the visitor comes back to the chat
Then the visitor sees "Read" under "Is there a blue one?"
And the visitor reads "There is, and a green one." exactly once
And the visitor reads "Is there a blue one?" exactly once
And the agent reads "Is there a blue one?" exactly once
And the visitor reads "Does the Ridge 3 stand a storm?"
And the visitor reads "It does, up to wind force ten."

Scenario: The line is cut while a file is on its way, and the file goes after all without being chosen again

When the visitor sends the file "order.pdf" over a line that gets stuck
Then the visitor sees that "order.pdf" is on its way
When the visitor's line is cut
Then the visitor sees that "order.pdf" could not be uploaded
When the visitor's line comes back
And the visitor tries again to send the file
Then the agent reads "order.pdf" exactly once
And the visitor sees "Read" under "order.pdf"

Scenario: The visitor comes back to a conversation that was closed, and opens it again

When the agent closes the conversation
Then the visitor sees that it is closed
When the visitor leaves for another page
And the visitor comes back to the chat
Then the visitor sees that it is closed
When the visitor adds "One more thing: does it come with pegs?"
Then the agent is offered a new chat
When the agent accepts it
And the agent replies "With twelve of them."
Then the visitor reads "With twelve of them."
When the agent closes the conversation
Then the visitor sees that it is closed
