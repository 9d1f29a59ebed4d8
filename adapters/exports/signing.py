"""What signs exports, as the settings name it."""

from adapters.evidence.keys import Use, signing_key
from adapters.evidence.signer import Signer
from adapters.evidence.stamps import Authority
from adapters.exports.bag_tags import Seal
from adapters.problems import Unavailable
from adapters.settings import Settings


def signers(settings: Settings) -> tuple[Signer, Seal]:
    """Return the signer of the log and what closes exports; Unavailable where keys are missing."""
    stamp = None
    if settings.authority is not None:
        if settings.certificates is None:
            raise Unavailable("LOANFOLD_TSA is set, and LOANFOLD_TSA_CA is not: set both")
        stamp = Authority(settings.authority, settings.certificates).stamp
    folder = settings.signing_folder
    return Signer(folder), Seal(signing_key(folder, Use.EXPORT), stamp)
