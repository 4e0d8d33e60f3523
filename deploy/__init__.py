"""Setting up, serving and testing, called by the Makefile; the site itself imports nothing here."""
