"""Messages that something changed, on their way to whoever must know: what they say, and how they are sent.

envelope     what a message says: that something happened, and where to look; never what
webhook      to another system, by HTTP: the one place from which riskflag reaches into a network
mail         into a folder, as mail for a relay to send
sending      the use case: each message by each channel, until it was sent
"""
