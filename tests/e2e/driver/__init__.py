"""Desks: real clients on screens of their own, driven as a person would."""
