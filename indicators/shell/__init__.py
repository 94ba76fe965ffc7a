"""Streamlit's own words in the reader's language, and the document's language itself.

Streamlit's toolbar and menus speak English only. A component without anything to see puts
`<html lang>` right, names the button that opens the filters, and translates those words.
"""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from indicators import scripts, style
from indicators.language import Language
from indicators.markdown import verbatim
from indicators.version import version

_SCRIPT = Path(__file__).with_name("shell.js")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("shell", js=scripts.joined(_SCRIPT))


def mount(spoken: Language, summary: str = "", query: str = "", product: str = "") -> None:
    """Mount the component.

    `summary` is what is chosen, as the button says that opens the filters, and a printed sheet;
    `query` is put into the address without a new step in the browser's history; `product` stands
    above the menu.
    """
    st.set_page_config(layout="wide", initial_sidebar_state="auto")
    st.html(_style())
    with st.sidebar:
        _component()(
            key="shell",
            data={
                "lang": spoken.text("app.html_lang"),
                "open": spoken.text("filters.open", summary=summary) if summary else "",
                "query": query,
                "chosen": summary,
                "product": product,
                "frames": words(spoken),
                "mended": mended(spoken),
            },
            height=0,
        )


@cache
def _style() -> str:
    rules = Path(__file__).with_name("shell.css").read_text(encoding="utf-8")
    return f"<style>:root {{ {style.ON_PAPER} }}\n{rules}</style>"


def name(page: str, product: str) -> None:
    """What a tab of the browser is called: 地区生产总值 · 汉滨区发展指标看板."""
    st.set_page_config(page_title=f"{page} · {product}")


def foot(spoken: Language, since: str) -> None:
    """The end of a page, small: which version this is, and since when its figures are in force."""
    st.caption(verbatim(spoken.text("app.foot", version=version(), since=since)))


@cache
def words(spoken: Language) -> list[tuple[str, dict[str, str]]]:
    """Places in Streamlit's frame with its words and ours; for English readers what is no word."""
    return list((WORDS_EN if spoken.code == "en" else WORDS_ZH).items())


def mended(spoken: Language) -> list[tuple[str, dict[str, str]]]:
    """Places of Streamlit's frame, and the attributes that put them right for who hears them."""
    return [
        ('[data-testid="stSidebar"]', {"aria-label": spoken.text("app.sidebar")}),
        ('[data-testid="stSidebarNav"]', {"aria-label": spoken.text("app.menu")}),
        # Each section is a list of its own, and the list around them is none.
        ('[data-testid="stSidebarNavItems"]', {"role": "none"}),
        ('[data-testid="stSidebarNavItems"] > div', {"role": "list"}),
        # Where files are dropped it has a name, which what has no role cannot have.
        ('[data-testid="stFileUploaderDropzone"]', {"role": "group"}),
        # What scrolls sideways on a phone is reached by keyboard too.
        ('[data-testid="stTable"] > div', {"tabindex": "0"}),
    ]


# Why a file was not taken; Streamlit says so to a pointer that rests on it, the style to everybody.
_REFUSED_FILE = '[data-testid="stFileChip"] [role="alert"]'
WORDS_EN = {
    _REFUSED_FILE: {
        "AxiosError: Request failed with status code 413": (
            "too many files were sent; open this page anew, or send them later"
        ),
    },
}
# Only where Streamlit itself speaks: the same word in our texts, or as a name in the data, stays.
WORDS_ZH = {
    '[data-testid="stSidebarCollapseButton"]': {"Collapse sidebar": "收起菜单"},
    '[data-testid="stSkipToContent"]': {"Skip to main content": "跳到正文"},
    '[data-testid="stElementToolbar"], [data-testid="stTooltipContent"]': {
        "Fullscreen": "全屏",
        "Close fullscreen": "退出全屏",
        "Search": "查找",
        "Download as CSV": "下载为 CSV",
        "Show/hide columns": "显示或隐藏列",
    },
    ".gdg-search-bar": {
        "Type to search": "输入要查找的文字",
        "Previous Result": "上一处",
        "Next Result": "下一处",
        "Close Search": "关闭查找",
    },
    '[data-testid="stDataFrameColumnVisibilityMenu"] label:first-child': {"Select all": "全选"},
    '[data-key="__select_all__"]': {"Select all": "全选"},
    '[role="listbox"][data-empty]': {
        "No results": "没有匹配的选项",
        "No options to select.": "没有可选的选项",
    },
    '[data-testid="stMultiSelect"] [role="group"] > button': {
        "Clear all": "全部清除",
        "Open": "展开",
    },
    '[data-testid="stSelectbox"] [role="group"] > button': {"Open": "展开"},
    '[data-testid="stMultiSelectTagsContainer"] > [role="group"]': {"Selected values": "已选"},
    'input[role="combobox"]': {"Choose an option": "请选择"},
    '[data-testid="stFileUploaderDropzone"] button, [data-testid="stFileUploaderDropzoneInput"],'
    ' [data-testid="stFileUploaderDropzoneInstructions"]': {
        "Upload": "选择文件",
        "file upload": "选择文件",
        "20MB per file": "不超过 20 MB",
        "Add files": "另选文件",
    },
    _REFUSED_FILE: {
        "Error:": "没有收下：",
        "File must be 20.0MB or smaller.": "文件最大 20 MB，应只留要用的表，或分成几个文件。",
        "AxiosError: Request failed with status code 413": (
            "发送的文件太多，应重新打开本页，或稍后再试。"
        ),
    },
    '[data-testid="stSidebarNavViewButton"]': {"View more": "展开更多", "View less": "收起"},
    '[data-testid="stStatusWidget"]': {
        "Running...": "正在更新…",
        "CONNECTING": "正在连接",
        "Stop": "停止",
    },
    '[data-testid="stMainMenuPopover"], [data-testid="stDialog"]': {
        "Keyboard shortcuts": "键盘快捷键",
        "Settings": "设置",
        "Print": "打印",
        "Rerun": "重新运行",
        "Close": "关闭",
        "Appearance": "外观",
        "Wide mode": "宽屏",
        "Choose app theme": "选择外观",
        "Use system setting": "跟随系统",
        "Light": "浅色",
        "Dark": "深色",
        "Connection error": "连接中断",
        "Page not found": "没有找到这个页面",
        "The page that you have requested does not seem to exist. Running the app's main page.": (
            "链接中的页面不存在，已显示总览。"
        ),
    },
}
