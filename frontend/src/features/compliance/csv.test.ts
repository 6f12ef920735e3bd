import { expect, it } from 'vitest';
import { sheetOf } from './columns';
import { csvOf } from './csv';
import { line } from './testing/samples';

it('no cell runs in a spreadsheet, also behind apostrophes, blanks or in full width', () => {
  const risky = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', "'=1", ' =1', '＝1'];
  expect(csvOf(risky.map((cell) => [cell]))).toBe(`\uFEFF${risky.map((cell) => `'${cell}\r\n`).join('')}`);
});

it('numbers stay numbers, nothing stays empty, and quotes, commas and lines are kept within their cell', () => {
  expect(csvOf([[-3, null, 'A-CLI-10', 'a "b", c\nd']])).toBe('\uFEFF-3,,A-CLI-10,"a ""b"", c\nd"\r\n');
});

it('a file holds the table as it is shown: no figure where none is counted', () => {
  const words = { heads: ['条款'], module: () => '客户档案' };
  const refusing = line('A-BOR-02', { has_obligations: false, refused: 3 });
  expect(sheetOf([line('A-CLI-10', { due: 4, in_time: 3, missed: 1, rate: 75 }), refusing], words)).toEqual([
    ['条款'],
    ['A-CLI-10', '标题', '客户档案', 4, 3, 0, 1, 0, 75, 0, 0],
    ['A-BOR-02', '标题', '客户档案', null, null, null, null, null, null, 3, 0],
  ]);
});
