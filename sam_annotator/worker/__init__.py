"""The only thread code (QtCore): take from the mailbox, ask the engine, emit."""
