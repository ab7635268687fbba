"""How pointer input becomes intent: Qt-free state machines, one file a tool."""
