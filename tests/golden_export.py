"""Make the golden export: a small bag that every later version must still verify.

It is made once for each format of bags and then kept as it is; a second run makes another one,
with other keys, which goes beside it under a new number.
"""

import sys
import tempfile
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.evidence.keys import Use, create_key
from adapters.evidence.signer import create_signer
from adapters.pinned import AuditRequest
from adapters.settings import Settings
from adapters.wiring import Tools, open_system
from tests.adapters.exports.lending import lend_out
from tests.village import OPEN

NAME = "qinghe.example/audit"
FIRST = datetime(2025, 3, 3, 1, 0, tzinfo=UTC)
STAMP = (2025, 1, 1, 0, 0, 0)


def main() -> int:
    """Write the archive to the path that is given, which must be new."""
    to = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(to, "x") as archive:
        folder = Path(name)
        _make(folder)
        kept = ["signing/log.vkey", "signing/export.vkey", "signing/export.pem", "kept"]
        paths = [*kept, *(p.relative_to(folder).as_posix() for p in (folder / "bag").rglob("*"))]
        for path in sorted(path for path in paths if (folder / path).is_file()):
            entry = zipfile.ZipInfo(path, STAMP)
            archive.writestr(entry, (folder / path).read_bytes(), zipfile.ZIP_DEFLATED)
    return 0


def _make(folder: Path) -> None:
    """Live a little, give out one export, live on, and give out the one that is kept."""
    at = [FIRST]
    settings = Settings(database=str(folder / "bank.db"), signing=folder / "signing")
    tools = Tools(settings)
    tools._system = open_system(settings, lambda: at[0])
    create_signer(folder / "signing", NAME)
    create_key(folder / "signing", Use.EXPORT, f"{NAME}/export")
    bus = tools.system.bus("zhao", "B01")
    bus.run("log.open", OPEN)
    lend_out(tools.system)
    exports = tools.exports(lambda *_: None)
    exports.audit(folder / "first", AuditRequest())
    (folder / "kept").write_bytes((folder / "first" / "data" / "log" / "checkpoint").read_bytes())
    at[0] += timedelta(days=1)
    bus.run("day.close", {"day": "2025-03-03"})
    exports.audit(folder / "bag", AuditRequest(recipient="审计署", purpose="年度审计"))
    tools.close()


if __name__ == "__main__":
    sys.exit(main())
