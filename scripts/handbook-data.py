#!/usr/bin/env python3
"""The handbook as the binary carries it: Simplified and English wording with Traditional added.

  handbook-data.py <data/source/handbook.json> <data/rules.json>

Needs `pip install opencc-python-reimplemented` (Apache-2.0). Run it after a change to the source and
commit what it writes. Its output holds no JSON escape, so that the program can borrow every text.

OpenCC's profile with Taiwan's vocabulary (s2twp) speaks of computers: it makes 程序 (procedure) a
program, 分区 (zones) a disk partition and 审批通过 (approved) a passage. So the characters come from
s2tw and the vocabulary from the list below, read through once for this handbook."""

import json
import sys

import opencc

# What s2tw takes for another word: wrong → right.
MISREAD = {
    "籤": "簽", "標簽": "標籤", "心繫統": "心系統", "有采購": "有採購", "回復": "回覆",
    "併發送": "並發送", "併發接": "並發接", "併發起": "並發起", "併發放": "並發放",
    "併為": "並為", "周月": "週月",
    "廢后": "廢後", "賬": "帳", "佈": "布",
}
# Words of the mainland → words of Taiwan.
WORDS = {
    "數據庫": "資料庫", "信息": "資訊", "網絡": "網路", "軟件": "軟體", "服務器": "伺服器",
    "用戶": "使用者", "在線": "線上", "打印": "列印", "默認": "預設", "聯繫": "聯絡",
    "菜單": "選單", "粘貼": "貼上", "點擊": "點選", "塑料": "塑膠", "導出": "匯出",
    "質量": "品質", "合同": "合約", "合約法": "合同法",  # the statute keeps its name
    "錄像": "錄影",
}


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def traditional(converter, text):
    text = converter.convert(text)
    for table in (MISREAD, WORDS):
        for wrong, right in table.items():
            text = text.replace(wrong, right)
    return text


def main(source, target):
    converter = opencc.OpenCC("s2tw")
    book = json.loads(open(source, encoding="utf-8").read())

    def wording(found):
        return {"zh": found["zh"], "tw": traditional(converter, found["zh"]), "en": found["en"]}

    def named(found):
        kept = {key: value for key, value in found.items() if key not in ("zh", "en")}
        return kept | {"name": wording(found)}

    def rule(found):
        system = found["id"].rsplit("-", 1)[0]
        return {"id": found["id"], "document": found["source"][:3], "system": system,
                "kinds": [kind.upper() for kind in found["kinds"]], "source": found["source"],
                "title": wording(found["title"]), "text": wording(found["text"])}

    parts = {name: [named(row) for row in book[name]] for name in ("documents", "modules", "systems")}
    parts["rules"] = [rule(row) for row in book["rules"]]
    lists = [f'"{name}":[\n' + ",\n".join(map(line, rows)) + "\n]" for name, rows in parts.items()]
    text = "{\n" + ",\n".join(lists) + "\n}\n"
    if "\\" in text:
        sys.exit("a text needs a JSON escape: use typographic quotes, no line breaks")
    with open(target, "w", encoding="utf-8") as out:
        out.write(text)
    print(f"{len(parts['rules'])} rules, {len(text.encode())} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
