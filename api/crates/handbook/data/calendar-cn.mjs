// Turns the data of the npm package `chinese-days` into calendar-cn.json.
//
//   npm pack chinese-days@1.5.7 && tar xzf chinese-days-1.5.7.tgz
//   node calendar-cn.mjs package/dist/chinese-days.json 2025 2026 > calendar-cn.json
//
// The years are arguments because a year counts as known in the product only when its official
// notice is out; whoever runs this names the years that were checked against it.
import { readFileSync } from "node:fs";

const [source, ...years] = process.argv.slice(2);
if (!source || years.length === 0) {
  console.error("usage: node calendar-cn.mjs <chinese-days.json> <year>...");
  process.exit(2);
}

// The package shortens three names; the product prints what the State Council's notice prints.
const fullNames = { 清明: "清明节", 端午: "端午节", 中秋: "中秋节" };
const data = JSON.parse(readFileSync(source, "utf8"));

function days(table, kind) {
  return Object.entries(table)
    .filter(([date]) => years.includes(date.slice(0, 4)))
    .map(([date, text]) => {
      const [english, chinese] = text.split(",");
      const zh = fullNames[chinese] ?? chinese;
      return kind === "HOLIDAY"
        ? { date, kind, name_zh: zh, name_en: english }
        : { date, kind, name_zh: `${zh}调休上班`, name_en: `Make-up working day (${english})` };
    });
}

const all = [...days(data.holidays, "HOLIDAY"), ...days(data.workdays, "MAKE_UP")];
all.sort((a, b) => (a.date < b.date ? -1 : 1));
for (const year of years) {
  if (!all.some((day) => day.date.startsWith(year))) {
    console.error(`the package has no data for ${year}`);
    process.exit(1);
  }
}
console.log(`[\n${all.map((day) => `  ${JSON.stringify(day)}`).join(",\n")}\n]`);
