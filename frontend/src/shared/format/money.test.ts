import { describe, expect, it } from 'vitest';
import { groupAmount, readAmount } from './money';

describe('amounts', () => {
  it.each([
    ['1234567.5', '1,234,567.50'],
    ['-1000', '-1,000.00'],
    ['0.1', '0.10'],
    ['999.999', '999.999'],
    ['90071992547409931234.56', '90,071,992,547,409,931,234.56'],
    ['n/a', 'n/a'],
  ])('%s is shown as %s', (amount, shown) => {
    expect(groupAmount(amount)).toBe(shown);
  });

  it.each([
    ['１，２３４．５', '1234.5'],
    ['￥ 88', '88'],
    ['007', '7'],
    ['1.2.3', null],
    ['12a', null],
    ['', null],
  ])('%s is read as %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });
});
