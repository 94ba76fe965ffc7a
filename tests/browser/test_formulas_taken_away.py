"""No way out of a card brings a formula that a spreadsheet would run."""

from pathlib import Path

from indicators import scripts
from indicators.takeaway import card
from tests.browser.workshop import Workshop

TABLE = Path(card.__file__).parent / "files" / "table.js"
SHOWN = TABLE.with_name("shown.js")


def run(workshop: Workshop, module: Path, expression: str) -> object:
    return workshop.page.evaluate(
        """async ([text, expression]) => {
            const script = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
            const module = await import(script);
            const table = {
                columns: [{ key: "name", header: "=项目" }, { key: "value", header: "数值" }],
                rows: [['=HYPERLINK("http://example.org")', -5.2], ["-2+3", [-1234.5, "−1,234.5"]],
                       ["+86", null], ["-5.2", 5.2]],
            };
            return new Function("module", "table", "return " + expression)(module, table);
        }""",
        [scripts.joined(module, card.MODULES), expression],
    )


def test_a_csv_has_texts_that_are_not_run_and_numbers_that_stay_numbers(workshop: Workshop):
    assert run(workshop, TABLE, "module.csv(table)") == (
        "\ufeff'=项目,数值\r\n"
        '"\'=HYPERLINK(""http://example.org"")",-5.2\r\n'
        "'-2+3,-1234.5\r\n"
        "'+86,\r\n"
        "-5.2,5.2\r\n"
    )


def test_a_copied_table_has_none_either_as_text_or_as_html(workshop: Workshop):
    assert run(workshop, TABLE, "module.tabbed(table)") == (
        "'=项目\t数值\r\n"
        '\'=HYPERLINK("http://example.org")\t-5.2\r\n'
        "'-2+3\t-1234.5\r\n"
        "'+86\t\r\n"
        "-5.2\t5.2"
    )
    caption = '{ title: "", subtitle: "", source: "", as_of: "" }'
    html = run(workshop, SHOWN, f'module.pasted(table, {caption}, {{ missing: "缺" }}, "")')
    cells = [part.split(">")[-1] for part in html.split("</td>")[:-1]]
    assert cells == [
        '\'=HYPERLINK("http://example.org")',
        "-5.2",
        "'-2+3",
        "-1,234.5",
        "'+86",
        "缺",
        "-5.2",
        "5.2",
    ]
