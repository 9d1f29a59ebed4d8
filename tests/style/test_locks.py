"""Whatever may be installed with the product is locked by its hash, and once."""

import re
import tomllib

import pytest

from tests.style.trees import ROOT

LOCKS = ("requirements.lock", "requirements-server.lock", "requirements-test.lock")
SHIPPED = LOCKS[:2]


def pins(name: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


def asked() -> dict[str, list[str]]:
    """Return the packages that the product and each of its extras ask for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {n: e for n, e in project["optional-dependencies"].items() if n != "dev"}
    wanted = {"": project["dependencies"], **extras}
    return {n: [re.split(r"[\[><=~!; ]", one)[0] for one in all_] for n, all_ in wanted.items()}


@pytest.mark.parametrize("extra", asked())
def test_every_extra_is_locked_with_the_product(extra):
    locked = {name.lower() for lock in SHIPPED for name in pins(lock)}
    assert [name for name in asked()[extra] if name.lower() not in locked] == []


def test_the_locks_name_one_version_of_each_package():
    found = [pins(lock) for lock in LOCKS]
    for name in set().union(*found):
        assert len({lock[name] for lock in found if name in lock}) == 1, name


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_its_hashes(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    packages = [entry for entry in entries if "==" in entry]
    assert packages and all("--hash=sha256:" in entry for entry in packages)
    assert "://" not in text
