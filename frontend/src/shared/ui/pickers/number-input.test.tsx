import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { isWithin, NumberInput } from './number-input';

function Year() {
  const [year, setYear] = useState<number | null>(2026);
  return (
    <>
      <label htmlFor="year">年份</label>
      <NumberInput id="year" min={2000} max={2100} value={year} onChange={setYear} />
      <output>{isWithin(year, 2000, 2100) ? '可以' : '不行'}</output>
    </>
  );
}

it('a figure out of bounds stays as it was typed, and says so', async () => {
  await renderPage(Year);
  const field = screen.getByLabelText('年份');
  await userEvent.clear(field);
  await userEvent.type(field, '2999');
  await userEvent.tab();
  expect(field).toHaveValue('2999');
  expect(screen.getByRole('alert')).toHaveTextContent('请输入 2000 至 2100 之间的整数');
  expect(field).toHaveAccessibleDescription('请输入 2000 至 2100 之间的整数');
  expect(screen.getByText('不行')).toBeInTheDocument();
  await userEvent.clear(field);
  await userEvent.type(field, '2027');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('可以')).toBeInTheDocument();
});
