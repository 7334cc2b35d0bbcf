"""The kartu kendali read as the SOP reads it: how long each step took, and how it ended.

A stay begins when the permohonan is handed in (pengajuan, penyerahan) and ends when it is handed
on, so that the wait for the receiving officer counts, as it does for the citizen.
"""
import datetime

PENGAJUAN, PENYERAHAN, PENERIMAAN, PEKERJAAN, PARAF, TTE, PENGIRIMAN = range(1, 8)
REGISTER, MAIL_ACCEPTED, CONFIRM_RECEIPT, HAND_OVER_CARD = 2, 18, 20, 22
ENDS = (CONFIRM_RECEIPT, HAND_OVER_CARD)
STEP_OF = {"kasi": "3 Kasi", "kabid": "4 Kabid", "kadin": "5 Kadin", "editor": "3 Editor"}
LIMITS = {"1 FO": 60, "2 FO": 60, "3 Kasi": 300, "4 Kabid": 300, "5 Kadin": 300, "6 Pemohon": 60}


def time_of(line):
    return datetime.datetime.fromisoformat(line["at"].replace("Z", "+00:00"))


def _row(step, duty, begun, line):
    return {"step": step, "duty": duty,
            "seconds": round((time_of(line) - begun).total_seconds(), 3),
            "sop_limit_seconds": LIMITS.get(step), "outcome": line["status"]}


def steps_of(card):
    """One row for each stay in somebody's hands, in their order."""
    rows, holder, step, begun = [], None, None, None
    for line in card["lines"]:
        kind = line["kind"]
        is_registered = kind == PENERIMAAN and line["action"] == REGISTER
        if kind not in (PENGAJUAN, PENYERAHAN) and not is_registered:
            continue
        if holder is not None:
            rows.append(_row(step, holder, begun, line))
        begun = time_of(line)
        holder = line["duty"] if is_registered else line["counterpart"]
        step = "2 FO" if is_registered else "1 FO" if holder == "fo" else STEP_OF.get(holder)
        if step is None:  # with the mail server, the applicant or the counter
            break
    return rows + _reception(card, begun)


def _reception(card, begun):
    """From the TTE to what the applicant holds, dokumen by dokumen."""
    rows = []
    for line in card["lines"]:
        if line["kind"] == PENGIRIMAN and line["action"] in ENDS:
            row = _row("6 Pemohon", "pemohon", begun, line)
            rows.append({**row, "step": f"6 Pemohon: {line['dokumen']}",
                         "sop_limit_seconds": LIMITS["6 Pemohon"]})
    return rows
