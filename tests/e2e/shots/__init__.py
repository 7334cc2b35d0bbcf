"""A picture of every screen, of the officers' client and of the citizens' portal."""
