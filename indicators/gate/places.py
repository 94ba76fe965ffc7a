"""Which file in data/ belongs to which table, by its name, and which to none."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from indicators.gate import workbooks
from indicators.gate.problems import Problem, statement
from indicators.gate.tables import TABLES

TEXTS = (".csv", ".txt", ".tsv", ".tab")
READ = (*TEXTS, *workbooks.SUFFIXES)
# What other programs save; they can save as one that is read.
OTHERS = (
    *(".xls", ".xlt", ".xlsb", ".xltx", ".xltm", ".et", ".ett", ".ods", ".fods", ".numbers"),
    *(".dbf", ".mdb", ".accdb", ".sav", ".dta", ".wk1", ".wks", ".prn", ".dif", ".slk"),
    *(".htm", ".html", ".mht", ".mhtml", ".xml", ".json", ".pdf", ".doc", ".docx", ".wps"),
    *(".zip", ".rar", ".7z"),
)
FOLDER = "observations"
# What the ledger is called, which has a folder of its own.
LEDGER = re.compile(r"\Aorders|台账|民情订单")
# Names that begin with . or ~ are the lock and temporary files of office programs.
OF_PROGRAMS = (".", "~")
COPY = re.compile(
    r"副本|复件|拷贝|备份|自动恢复|\(\d+\)|（\d+）|\bcopy\b|\bbackup\b|[_-]bak\b|\bold\b",
    re.IGNORECASE,
)


def names(folder: Path) -> list[str]:
    """The files in a data folder that hold tables, or look as if they did, by name.

    Files of other programs, with an unknown name or in a folder of their own are among them, so
    that they are not passed over in silence; the ledger's files are not. Copies come last, for
    of two files that claim one key the one that is named later is refused.
    """
    return _named(folder, "*", f"{FOLDER}/*", f"{FOLDER}/*/*")


def names_in(folder: Path, of_one_table: str) -> list[str]:
    """As names(), those in a folder of one table that the gate does not judge: the ledger's."""
    return _named(folder, f"{of_one_table}/*", f"{of_one_table}/*/*")


def _named(folder: Path, *patterns: str) -> list[str]:
    tables = [path.relative_to(folder).as_posix() for path in _tables_in(folder, patterns)]
    return sorted(tables, key=lambda name: (is_copy(name), name))


def _tables_in(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for path in chain.from_iterable(map(folder.glob, patterns)):
        is_table = path.suffix.lower() in (*READ, *OTHERS)
        if is_table and not path.name.startswith(OF_PROGRAMS) and _can_be_named(path):
            yield path


def _can_be_named(path: Path) -> bool:
    """Whether the name is text: on Linux a name may be any bytes, such as those of GBK."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return False
    return True


def table_of(name: str) -> str | None:
    """The table that a file in data/ belongs to, by its name; None for a file of no table."""
    path = PurePosixPath(name)
    if path.suffix.lower() not in (*READ, *OTHERS):
        return None
    in_folder = path.parent.as_posix()
    table = path.stem if in_folder == "." else in_folder
    return table if table in TABLES and (table == FOLDER) == (in_folder != ".") else None


def is_read(name: str) -> bool:
    """Whether a file is of a kind that is read: a text or a workbook."""
    return PurePosixPath(name).suffix.lower() in READ


def is_copy(name: str) -> bool:
    """Whether a file has such a name as office programs give to a copy: jobs - 副本.csv."""
    return COPY.search(PurePosixPath(name).stem) is not None


def strangers(files: Iterable[str]) -> list[Problem]:
    """Files that belong to no table."""
    return [statement(name, *_where(name)) for name in files if not table_of(name)]


def _where(name: str) -> tuple[str, str]:
    """Where a file belongs that lies in no table's place."""
    path = PurePosixPath(name)
    if path.parts[0] == FOLDER:
        zh = "没有读这个文件夹里的文件，应直接放在 data/observations/ 里"
        return zh, "the file in data/observations/ itself, not in a folder within it"
    alike = [table for table in TABLES if table != FOLDER and path.stem.startswith(table)]
    if alike and is_copy(name):
        zh = f"像是 data/{alike[0]}.csv 的副本，没有读：应删去"
        return zh, f"no copy of data/{alike[0]}.csv here; it was not read, delete it"
    if LEDGER.search(path.stem):
        zh = "是台账，没有读：应放在 data/orders/ 里"
        return zh, "the ledger in data/orders/; it was not read here"
    zh = "没有这个名字的表，没有读：各部门的数应放在 data/observations/ 里"
    return zh, "no file of this name here; an office's figures belong into data/observations/"


def misplaced(files: Iterable[str], table: str, columns: tuple[str, ...]) -> list[Problem]:
    """Files of a table that cannot be read as they are, or that are there twice or not at all."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for name in files:
        path = PurePosixPath(name)
        earlier = first.setdefault(path.stem, path.name)
        if path.suffix.lower() in OTHERS:
            zh = f"不支持 {path.suffix} 格式，应另存为 xlsx 工作簿或“CSV UTF-8”文件"
            en = f"an xlsx workbook or a CSV file, not {path.suffix}"
            problems.append(statement(name, zh, en))
        elif PurePosixPath(path.stem).suffix.lower() in READ:
            zh, en = f"文件名应改为 {path.stem}，去掉多余的“{path.suffix}”", f"the name {path.stem}"
            problems.append(statement(name, zh, en))
        elif earlier != path.name:
            zh, en = f"应只留一个，{earlier} 已有", f"one file; there is {earlier} too"
            problems.append(statement(name, zh, en))
    return problems if first else [_absent(table, columns)]


def _absent(table: str, columns: tuple[str, ...]) -> Problem:
    if table == FOLDER:
        zh, en = "这个文件夹里应至少有一个 CSV 文件", "at least one CSV file in this folder"
        return Problem(table, None, None, "", zh, en)
    listed = ", ".join(columns)
    zh = f"缺少这个文件，应有以下各列：{listed}"
    return statement(f"{table}.csv", zh, f"this file, which is missing, with the columns {listed}")
