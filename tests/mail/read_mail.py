#!/usr/bin/env python3
"""Prints the mails of a Maildir as JSON, oldest first, as an independent mail reader sees them.

read_mail.py MAILDIR
"""
import email
import email.policy
import hashlib
import json
import pathlib
import sys


def describe(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    html = message.get_body(("html",))
    return {
        "deliveredTo": message["Delivered-To"],
        "from": str(message["From"]),
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "date": message["Date"].datetime.isoformat(),
        "messageId": message["Message-ID"],
        "headers": message.keys(),
        "text": message.get_body(("plain",)).get_content(),
        "html": html.get_content() if html else "",
        "longestLine": max(len(line) for line in path.read_bytes().split(b"\n")),
        "attachments": [
            {
                "name": part.get_filename(),
                "mediaType": part.get_content_type(),
                "sha256": hashlib.sha256(part.get_content()).hexdigest(),
            }
            for part in message.iter_attachments()
        ],
    }


folder = pathlib.Path(sys.argv[1])
paths = sorted((folder / "new").iterdir(), key=lambda path: path.name) if (folder / "new").is_dir() else []
json.dump([describe(path) for path in paths], sys.stdout)
