"""Proofs of the results, by programs that know nothing of the office: pdfsig, sipenduduk-verify."""
import hashlib
import json
import os
import subprocess

from demo.steps import PARAF


class ProofFailed(Exception):
    """A result is not what it must be."""


def need(condition, claim):
    if not condition:
        raise ProofFailed(claim)
    print(f"  proved: {claim}", flush=True)


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _run(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)


def revision_before_signature(signed):
    """The bytes before the signature's revision: up to the last end of file but one."""
    ends, at = [], signed.find(b"%%EOF")
    while at >= 0:
        end = at + len(b"%%EOF")
        while signed[end:end + 1] in (b"\r", b"\n"):
            end += 1
        ends.append(end)
        at = signed.find(b"%%EOF", end)
    need(len(ends) >= 2, "the signed PDF has a revision of its own for the signature")
    return signed[:ends[-2]]


def prove_signature(out, folder):
    """pdfsig, with the practice root as the only one it trusts."""
    store = os.path.join(folder, "nss")
    os.makedirs(store)
    made = _run("certutil", "-N", "-d", "sql:" + store, "--empty-password")
    added = _run("certutil", "-A", "-d", "sql:" + store, "-n", "tte-root", "-t", "C,C,C",
                 "-i", os.path.join(out, "tte-root.pem"))
    if made.returncode or added.returncode:
        raise ProofFailed("certutil: " + made.stdout + added.stdout)
    report = _run("pdfsig", "-nssdir", "sql:" + store, os.path.join(out, "akta-kelahiran.pdf"))
    need("Signature is Valid" in report.stdout, "pdfsig: Signature is Valid")
    need("Total document signed" in report.stdout, "pdfsig: Total document signed")
    need("Certificate is Trusted" in report.stdout, "pdfsig: the certificate leads to tte-root.pem")


def prove_mail(mail, downloads, out):
    """What came by mail is what the link gives, and has the name of the demo's files."""
    signed = _read(os.path.join(out, "akta-kelahiran.pdf"))
    attached = list(mail.attachments().values())
    need(signed in attached, "the attachment of the mail is akta-kelahiran.pdf")
    need(len(attached) == len(downloads) and all(part in downloads for part in attached),
         "every attachment is byte-identical to the PDF behind its download link")


def prove_draft(out):
    """What was signed is what was approved."""
    draft = _read(os.path.join(out, "akta-kelahiran-draft.pdf"))
    signed = _read(os.path.join(out, "akta-kelahiran.pdf"))
    need(signed.startswith(draft), "the signed PDF begins with the draft, byte by byte")
    card = json.loads(_read(os.path.join(out, "kartu-kendali.json")))
    sums = {line["duty"]: line["draftSha256"] for line in card["lines"]
            if line["kind"] == PARAF and line["dokumen"] == "akta-kelahiran"}
    wanted = hashlib.sha256(draft).hexdigest()
    need(sums == {"kasi": wanted, "kabid": wanted},
         "the draft's SHA-256 stands in the parafs of Kasi and Kabid")


def prove_verifier(build, out, folder):
    """sipenduduk-verify accepts both, and neither with one byte changed."""
    program = os.path.join(build, "common", "tte", "sipenduduk-verify")
    for name, anchor in (("kartu-kendali.json", "office-ca.pem"), ("akta-kelahiran.pdf", "tte-root.pem")):
        anchor = os.path.join(out, anchor)
        good = _run(program, "--anchor", anchor, os.path.join(out, name))
        need(good.returncode == 0, f"sipenduduk-verify accepts {name}")
        changed = os.path.join(folder, "changed-" + name)
        line = _change_one_byte(os.path.join(out, name), changed)
        bad = _run(program, "--anchor", anchor, changed)
        need(bad.returncode != 0, f"sipenduduk-verify refuses {name} with one byte changed")
        if line is not None:
            words = f"baris kartu kendali ke-{line} rusak"
            need(words in bad.stdout, f"and says: {words}")
    foreign = _run(program, "--anchor", os.path.join(out, "tte-root.pem"),
                   os.path.join(out, "kartu-kendali.json"))
    need(foreign.returncode != 0, "sipenduduk-verify refuses the kartu kendali under a foreign anchor")


def _change_one_byte(source, target):
    """Changes a digit of a line's hash (JSON) or a byte of a page (PDF); the line that is hit."""
    content = bytearray(_read(source))
    line = None
    if source.endswith(".json"):
        card = json.loads(content)
        line = card["lines"][len(card["lines"]) // 2]["seq"]
        at = content.find(card["lines"][line - 1]["hash"].encode())
    else:
        at = len(content) // 3
    content[at] ^= 1
    with open(target, "wb") as file:
        file.write(content)
    return line
