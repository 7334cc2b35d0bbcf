"""The Maildir into which the mail server delivers; each person sees the own mails alone."""
import email
import email.policy
import os
import time

from driver.waiting import wait_until

WAIT_SECONDS = 30


class Mail:
    def __init__(self, path, arrived):
        self.path = path
        self.arrived = arrived  # CLOCK_MONOTONIC
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.message = email.message_from_bytes(self.bytes, policy=email.policy.default)

    @property
    def subject(self):
        return self.message["Subject"] or ""

    def text(self):
        return self.message.get_body(("plain",)).get_content()

    def attachments(self):
        """File name → bytes."""
        return {part.get_filename(): part.get_content()
                for part in self.message.iter_attachments()}


class Mailbox:
    def __init__(self, maildir, address):
        self._folder = os.path.join(maildir, "new")
        self._address = address
        self._seen = {}  # file name → Mail, or None for somebody else's

    def mails(self):
        try:
            names = sorted(os.listdir(self._folder))
        except FileNotFoundError:
            return []  # the first mail makes the folder
        for name in names:
            if name not in self._seen:
                mail = Mail(os.path.join(self._folder, name), time.monotonic())
                self._seen[name] = mail if mail.message["Delivered-To"] == self._address else None
        return [self._seen[name] for name in names if self._seen.get(name)]

    def wait(self, *words, timeout=WAIT_SECONDS):
        """The first mail whose subject holds all `words`."""
        def look():
            return next((mail for mail in self.mails()
                         if all(word in mail.subject for word in words)), None)
        return wait_until(look, lambda: f"no mail {words}; there are "
                          + str([mail.subject for mail in self.mails()]), timeout)
