from __future__ import annotations

from pathlib import Path

import pytest

from kashf.adapters.sandbox import bubblewrap, make, make_sandbox
from kashf.adapters.sandbox.inside import kernel
from kashf.adapters.sandbox.layout import layout
from kashf.adapters.sandbox.seccomp import SeccompError
from kashf.errors import SandboxError


@pytest.fixture
def without_bubblewrap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_: None)


@pytest.fixture
def without_landlock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "landlock_version", lambda: 0)


@pytest.mark.usefixtures("without_bubblewrap", "without_landlock")
def test_where_nothing_works_the_refusal_says_why_for_each_grade() -> None:
    with pytest.raises(SandboxError, match=r"bubblewrap \(bwrap\) is not installed; landlock: the kernel has no Landlock$"):
        make_sandbox()


@pytest.mark.usefixtures("without_bubblewrap", "without_landlock")
def test_where_nothing_works_somebody_may_accept_it_and_is_told_what_failed() -> None:
    sandbox = make_sandbox(accept_unsafe=True)

    assert "none" == sandbox.grade
    assert ["bubblewrap", "landlock"] == [refusal.split(":")[0] for refusal in sandbox.refusals]


@pytest.mark.usefixtures("without_bubblewrap")
def test_root_whose_python_others_cannot_enter_gets_no_landlock_box(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "modules").mkdir()
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(kernel, "landlock_version", lambda: 4)

    with pytest.raises(SandboxError, match="runs as root, from folders no other user may enter"):
        make_sandbox(modules=(closed / "modules",))


def test_without_the_filter_of_system_calls_only_an_accepted_unsafe_box_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> bytes:
        raise SeccompError("libseccomp is missing")

    monkeypatch.setattr(make, "box_filter", missing)
    monkeypatch.setattr(make, "child_filter", missing)

    with pytest.raises(SandboxError, match="bubblewrap: libseccomp is missing"):
        make_sandbox()
    assert "none" == make_sandbox(accept_unsafe=True).grade


@pytest.mark.parametrize(
    ("complaint", "words"),
    [
        ("bwrap: No permissions to create new namespace, likely because the kernel does not allow ...", "may not make a user namespace"),
        ("bwrap: setting up uid map: Permission denied", "may not make a user namespace"),
        ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "may not mount /proc"),
        ("bwrap: Can't find source path /x: No such file", "bubblewrap failed: Can't find source path /x: No such file"),
        ("", "no word from bubblewrap"),
    ],
)
def test_a_complaint_of_bubblewrap_is_put_in_words_for_a_person(complaint: str, words: str) -> None:
    assert words in bubblewrap.explain(complaint)


def test_an_ordinary_user_gets_a_user_namespace_and_root_another_user(monkeypatch: pytest.MonkeyPatch) -> None:
    def words(*, is_root: bool) -> list[str]:
        monkeypatch.setattr(bubblewrap, "makes_real_drop", lambda: is_root)
        return bubblewrap.command(layout(), filter_number=3, info_number=4, inside=["python"])

    ordinary, root = words(is_root=False), words(is_root=True)

    assert {"--unshare-user", "--disable-userns"} <= set(ordinary)
    assert "--cap-add" not in ordinary
    assert "--unshare-user" not in root
    assert ["CAP_SETUID", "CAP_SETGID"] == [root[place + 1] for place, word in enumerate(root) if word == "--cap-add"]


def test_nothing_is_bound_for_writing_and_no_network_is_shared() -> None:
    words = bubblewrap.command(layout(), filter_number=3, info_number=4, inside=["python"])

    assert {"--unshare-net", "--unshare-pid", "--clearenv", "--die-with-parent", "--new-session"} <= set(words)
    assert not {"--bind", "--bind-try", "--share-net", "--dev"} & set(words)
    assert {"/dev/null", "/dev/random", "/dev/urandom"} == {words[place + 1] for place, word in enumerate(words) if word == "--dev-bind"}


@pytest.mark.parametrize("is_root", [False, True])
def test_all_powers_are_dropped_before_any_is_given(monkeypatch: pytest.MonkeyPatch, is_root: bool) -> None:
    monkeypatch.setattr(bubblewrap, "makes_real_drop", lambda: is_root)
    words = bubblewrap.command(layout(), filter_number=3, info_number=4, inside=["python"])
    powers = [(word, words[place + 1]) for place, word in enumerate(words) if word.startswith("--cap")]

    assert [("--cap-drop", "ALL")] == powers[:1]
