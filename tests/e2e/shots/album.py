"""Where the pictures go. Their names are fixed, so that two runs can be laid side by side."""
import os


class Album:
    def __init__(self, folder):
        self.names = []
        self.complaints = []  # what no picture should show
        self._folder = folder
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(folder):  # what a former run left, and nothing else
            if name.startswith(("client-", "portal-")) and name.endswith(".png"):
                os.remove(os.path.join(folder, name))

    def path(self, name):
        """Of a new picture, such as "portal-status-phone"."""
        if name in self.names:
            raise AssertionError(f"two pictures are called {name}")
        self.names.append(name)
        print(f"{len(self.names):4}  {name}", flush=True)
        return os.path.join(self._folder, name + ".png")

    def complain(self, text):
        self.complaints.append(text)
        print(f"      {text}", flush=True)
