"""The office of the demo: mail server, server, web server, and a citizen."""
