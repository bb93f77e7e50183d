Meta:
@requirement CON-3 CON-4 CON-11 CON-14 CHAT-4 CHAT-5 CHAT-12

Narrative:
In order that nobody is forgotten, whatever my line and my attention do
As an agent
I want to know of every chat that needs me, and to find my desk as I left it

Scenario: An offer calls the agent who looks elsewhere, says all there is to know, and is declined by a key

Given the agent's browser may show notifications
And the agent agent1@acme.example has signed in to the console
And the agent is available
And a visitor called "Nora Field" has opened the chat on the shop's page
When the agent presses "j"
And the agent looks at something else
And the visitor writes "Which rope fits the blue tent?"
Then a bell rings, and a notification shows "Nora Field" and "Which rope fits the blue tent?"
When the agent looks at the console again
Then the agent sees who asks, "Nora Field", for which department, "Support", and about what, "Which rope fits the blue tent?"
And the agent sees that they ask from the page "Acme Outdoor"
And the wait grows and the time to answer runs out
When the agent presses "d"
Then the offer has ended
And "Which rope fits the blue tent?" waits in the queue

Scenario: An offer that nobody answers ends by itself, and the chat is taken from the queue without a mouse

Then the agent is offered a new chat
And the offer has ended
And "Which rope fits the blue tent?" waits in the queue
When the agent goes by the keyboard to "Which rope fits the blue tent?"
And the agent answers by the keyboard "The grey one of 4 mm."
Then the visitor reads "The grey one of 4 mm."
And the agent sees "Read" under "The grey one of 4 mm."

Scenario: The agent's line is lost, and the conversation comes back at its place

When the visitor tells a long story
And the agent goes back to where "Which rope fits the blue tent?" was said
And the agent has begun to write "About the knots: "
And the agent's line is cut
And the visitor adds "Are you still there?"
And the visitor adds "I can wait."
And the agent's line comes back
Then the agent reads "Are you still there?" exactly once
And the agent reads "I can wait." exactly once
And the agent still looks at "Which rope fits the blue tent?"
And the agent's reply still begins "About the knots: "

Scenario: What the agent writes without a line is kept and arrives once

When the agent's line is cut
And the agent replies "A bowline holds best."
Then the agent sees "Kept, goes out when you are back" under "A bowline holds best."
When the agent's line comes back
Then the visitor reads "A bowline holds best." exactly once
And the agent sees "Read" under "A bowline holds best."

Scenario: The line is cut while a file is on its way, and the file goes after all without being chosen again

When the agent sends the file "knots.pdf" over a line that gets stuck
Then the agent sees that "knots.pdf" is on its way
When the agent's line is cut
Then the agent sees that "knots.pdf" could not be uploaded
When the agent's line comes back
And the agent tries again to send the file
Then the visitor reads "knots.pdf" exactly once

Scenario: The agent closes with an outcome, the visitor comes back to it, and the agent accepts by a key

When the agent closes it by the keyboard as "Solved"
Then the visitor sees that it is closed
And the agent finds that it ended as "Solved"
When the visitor adds "It holds. Thank you!"
Then the agent is offered a new chat
When the agent presses "Alt+A"
Then the offer has ended
And the agent reads "It holds. Thank you!"
When the agent closes the conversation
Then the visitor sees that it is closed
