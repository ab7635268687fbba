"""The plots of the progress panel: what they say (contents), how they are drawn (plots), and their cards."""
