"""The dialogs: they ask, show and say wishes; none of them blocks, none touches a project. One file each."""
