"""The composition root: settings in, a running system out.  Nothing is wired at import time."""

from adapters.log import make_log, no_log
from adapters.settings import Settings
from adapters.storage.core import CreditCore
from adapters.storage.keys import Keys
from adapters.storage.sqlite import SQLiteStore
from adapters.storage.views import ViewStore
from adapters.system import Clock, System, utc_now


def open_system(settings: Settings, clock: Clock = utc_now) -> System:
    """Return the system that the settings name, creating what is missing.

    Raises Unavailable where the database, its keys or its views cannot be used.
    """
    path = settings.path
    store = SQLiteStore(path)
    try:
        core = CreditCore(store, Keys(settings.keys_folder))
        views = ViewStore(settings.views_path)
    except BaseException:
        store.close()
        raise
    log = make_log(settings.log) if settings.log else no_log
    return System(core, views, clock, log)
