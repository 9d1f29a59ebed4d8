"""Which plugins a process works with is noted where it differs from before."""

from domain.log import LOG
from domain.log.commands import NotePlugins
from domain.log.events import PluginsNoted
from domain.log.rules import ONE_JOURNAL
from tests.domain.log.test_open import OPENED
from tests.specs import given

NOTE = NotePlugins(log_id="main", program="0.1.0", plugins=("folder of drop-folder 1.0",))
NOTED = PluginsNoted(program="0.1.0", plugins=("folder of drop-folder 1.0",))


def test_the_plugins_of_a_process_are_noted():
    given(LOG, OPENED).when(NOTE).then(NOTED)


def test_the_same_plugins_are_noted_once():
    given(LOG, OPENED, NOTED).when(NOTE).then_nothing()


def test_another_version_is_noted_again():
    newer = NotePlugins(log_id="main", program="0.1.0", plugins=("folder of drop-folder 1.1",))
    given(LOG, OPENED, NOTED).when(newer).then(
        PluginsNoted(program="0.1.0", plugins=("folder of drop-folder 1.1",))
    )


def test_there_is_one_journal_to_note_them_in():
    other = NotePlugins(log_id="other", program="0.1.0", plugins=())
    given(LOG, OPENED).when(other).then_refused(ONE_JOURNAL)
