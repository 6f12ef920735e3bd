import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { type Call, fakeService, problem, rights } from '@/shared/testing/service';
import { CalendarPage, stepOf } from './calendar-page';
import { DayActions } from './day-actions';
import { addDays, type Day } from './days';
import { DeadlinePage } from './deadline-page';
import { CalendarImportPage } from './import-page';
import type { DayDetail } from './queries';
import { calendarSearch, deadlineSearch } from './search';
import { WeekPatternPage } from './week-pattern-page';

const ordinary = [
  { start: '08:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];
const system = { body: { time_zone: 'Asia/Shanghai', company: '锦禾昱商贸' } };
const keeper = {
  'GET /system/info': () => system,
  ...rights('calendar.manage'),
};
const reader = {
  ...keeper,
  ...rights(),
};

function dayOf(date: string): Day {
  const isHoliday = date >= '2026-10-01' && date <= '2026-10-07';
  return {
    date,
    working: !isHoliday,
    kind: isHoliday ? 'HOLIDAY' : 'WEEKDAY',
    name: isHoliday ? '国庆节' : '',
    intervals: isHoliday ? [] : ordinary,
    source: isHoliday ? 'NATIONAL' : 'PATTERN',
    year_known: date < '2027',
  };
}

function range({ query }: Call) {
  const days: Day[] = [];
  const to = query.get('to') ?? '';
  for (let date = query.get('from') ?? ''; date <= to; date = addDays(date, 1)) days.push(dayOf(date));
  return { body: { days, time_zone: 'Asia/Shanghai', unknown_years: to < '2027' ? [] : [2027] } };
}

describe('the calendar', () => {
  it('shows the year with what each date is, in words', async () => {
    fakeService({ ...keeper, 'GET /calendar': range });
    await renderPage(CalendarPage, { at: '/?year=2026', validateSearch: calendarSearch });
    const holiday = await screen.findByLabelText('2026-10-01 节假日 国庆节 休息');
    expect(holiday).toHaveAttribute('href', '/calendar/2026-10-01');
    expect(holiday).toHaveTextContent('休');
    expect(screen.getByLabelText('2026-10-08 工作日 08:30-11:30 13:00-17:00')).toBeInTheDocument();
    expect(screen.queryByText(/尚未录入/)).toBeNull();
  });

  it('says that a year without data is one, and what the keeper can do', async () => {
    fakeService({ ...keeper, 'GET /calendar': range });
    await renderPage(CalendarPage, { at: '/?year=2027', validateSearch: calendarSearch });
    expect(await screen.findByText('2027 年的节假日尚未录入')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: '录入年度安排' })).toBeInTheDocument();
  });

  it('shows a month with the hours of each day, and no import to those who only read', async () => {
    fakeService({ ...reader, 'GET /calendar': range });
    await renderPage(CalendarPage, { at: '/?year=2026&month=10', validateSearch: calendarSearch });
    const row = (await screen.findByText('2026-10-08')).closest('tr') as HTMLElement;
    expect(within(row).getByText('08:30-11:30 13:00-17:00')).toBeInTheDocument();
    expect(screen.getByText('24 个工作日，168 小时')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '录入年度安排' })).toBeNull();
  });

  it.each([
    [{ year: 2026, month: 12 }, 1, { year: 2027, month: 1 }],
    [{ year: 2026, month: 1 }, -1, { year: 2025, month: 12 }],
    [{ year: 2026 }, 1, { year: 2027, month: undefined }],
  ] as const)('%j goes by %i to %j', (from, by, to) => {
    expect(stepOf(from, by)).toEqual(to);
  });

  it('drops what is no year and no month', () => {
    expect(calendarSearch({ year: '2026', month: 13 })).toEqual({ year: 2026, month: undefined });
    expect(calendarSearch({ year: 1, month: 'x' })).toEqual({ year: undefined, month: undefined });
  });
});

describe('a date', () => {
  const day: DayDetail = {
    ...dayOf('2026-12-31'),
    decisions: [],
    version: 0,
    allowed_actions: [
      {
        action: 'withdraw',
        enabled: false,
        reasons: [{ code: 'NOTHING_TO_WITHDRAW', clauses: [], detail: '该日没有可撤销的公司安排' }],
      },
    ],
  };
  const show = (today: string) => renderPage(() => <DayActions day={day} today={today} />);

  it('is decided with its own hours, and a wrong one is refused on its field', async () => {
    const calls = fakeService({
      ...keeper,
      'POST /calendar/days': () => ({ status: 201, body: { ...day, version: 1 } }),
    });
    await show('2026-11-24');
    const decide = () => screen.getByRole('button', { name: '安排此日' });
    // Until the permissions are there it is held.
    await waitFor(() => expect(decide()).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(decide());
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('combobox', { name: '安排' }));
    await userEvent.click(await screen.findByTitle('上班'));
    await userEvent.type(within(dialog).getByLabelText('名称'), '年终盘点');
    await userEvent.type(within(dialog).getByLabelText('理由'), '经总经理办公会决定');
    const hours = within(dialog).getByLabelText('工作时段');
    await userEvent.type(hours, '9点到12点');
    await userEvent.click(within(dialog).getByRole('button', { name: '安排此日' }));
    expect(await within(dialog).findByText(/时段依次排列、互不重叠/)).toBeInTheDocument();
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.clear(hours);
    await userEvent.type(hours, '9:00-12:00');
    await userEvent.click(within(dialog).getByRole('button', { name: '安排此日' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      date: '2026-12-31',
      working: true,
      name: '年终盘点',
      reason: '经总经理办公会决定',
      intervals: [{ start: '09:00', end: '12:00' }],
    });
  });

  it('says why it cannot be decided: no right to, and past', async () => {
    fakeService(reader);
    await show('2027-01-01');
    await userEvent.click(await screen.findByRole('button', { name: /安排此日/ }));
    expect(await screen.findByText('只能安排今天及以后的日期')).toBeInTheDocument();
    expect(screen.getByText(/calendar\.manage/)).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the week pattern', () => {
  it('is changed from a date on, as it was typed', async () => {
    const current = [...Array(5).fill(ordinary), [], []];
    const pattern = {
      id: 'w1',
      effective_from: '1970-01-01',
      state: 'IN_EFFECT',
      days: current,
      reason: '初始',
      set_by: { id: 's', name: 'system' },
      set_at: '2018-11-03T01:00:00Z',
    };
    const calls = fakeService({
      ...keeper,
      'GET /calendar/week-pattern': () => ({ body: { current, patterns: [pattern], version: 1 } }),
      'POST /calendar/week-pattern': () => ({
        status: 201,
        body: { current, patterns: [pattern], version: 2 },
      }),
    });
    await renderPage(WeekPatternPage);
    await userEvent.click(await screen.findByRole('button', { name: '调整作息' }));
    const dialog = await screen.findByRole('dialog');
    const dateField = () => within(dialog).getByLabelText('开始执行日期');
    // The picker loads when the form opens.
    await waitFor(() => expect(dateField()).toBeEnabled());
    const date = dateField();
    await userEvent.click(date);
    await userEvent.type(date, '2027-01-01{Enter}');
    await userEvent.type(within(dialog).getByLabelText('理由'), '冬季作息调整');
    await userEvent.type(within(dialog).getByLabelText('星期六'), '9:00-12:00');
    await userEvent.click(within(dialog).getByRole('button', { name: '调整作息' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      effective_from: '2027-01-01',
      reason: '冬季作息调整',
      days: [...Array(5).fill(ordinary), [{ start: '09:00', end: '12:00' }], []],
    });
  });
});

describe('the deadline calculator', () => {
  it('shows the time by the clock of the company and how it came about', async () => {
    fakeService({
      ...keeper,
      'GET /calendar': range,
      'GET /calendar/deadline': ({ query }) => ({
        body: {
          from: query.get('from'),
          due_at: '2026-10-09T09:00:00Z',
          due_on: '2026-10-09',
          time_zone: 'Asia/Shanghai',
          unknown_years: [],
        },
      }),
    });
    await renderPage(DeadlinePage, {
      at: '/?from=2026-09-30T02:00:00Z&unit=DAYS&amount=2',
      validateSearch: deadlineSearch,
    });
    expect(await screen.findByText('2026-10-09 17:00')).toBeInTheDocument();
    const rows = await screen.findAllByRole('row');
    expect(rows.filter((row) => row.textContent?.includes('国庆节'))).toHaveLength(7);
    expect(rows.filter((row) => row.textContent?.includes('1 个工作日'))).toHaveLength(2);
  });

  it('shows no account that does not come to the answer of the service', async () => {
    fakeService({
      ...keeper,
      'GET /calendar': range,
      'GET /calendar/deadline': ({ query }) => ({
        body: {
          from: query.get('from'),
          due_at: '2026-10-12T09:00:00Z',
          due_on: '2026-10-12',
          time_zone: 'Asia/Shanghai',
          unknown_years: [2026],
        },
      }),
    });
    await renderPage(DeadlinePage, {
      at: '/?from=2026-09-30T02:00:00Z&unit=DAYS&amount=2',
      validateSearch: deadlineSearch,
    });
    expect(await screen.findByText('2026-10-12 17:00')).toBeInTheDocument();
    expect(screen.getByText('2026 年的节假日尚未录入')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('an announced year', () => {
  const days = [{ date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }];
  const outcome = {
    year: 2027,
    added: 1,
    changed: 0,
    withdrawn: 0,
    unchanged: 0,
    days: [{ ...days[0], change: 'ADDED' }],
  };

  async function paste(text: string) {
    await renderPage(CalendarImportPage);
    await userEvent.click(screen.getByLabelText('或在此粘贴内容'));
    await userEvent.paste(text);
    await userEvent.type(screen.getByLabelText('文件依据'), '国务院办公厅通知');
  }

  it('is checked first, and taken in only when that was looked at', async () => {
    const calls = fakeService({ ...keeper, 'POST /calendar/actions/import': () => ({ body: outcome }) });
    await paste(JSON.stringify({ year: 2027, days }));
    expect(screen.getByLabelText('年份')).toHaveValue('2027');
    await userEvent.click(screen.getByRole('button', { name: '检查，不录入' }));
    expect(await screen.findByText('元旦')).toBeInTheDocument();
    const rehearsed = () => calls.map(({ query }) => query.get('dry_run'));
    expect(rehearsed()).toEqual(['true']);
    await userEvent.click(screen.getByRole('button', { name: '确认录入' }));
    expect(await screen.findByText('2027 年：已录入')).toBeInTheDocument();
    expect(rehearsed()).toEqual(['true', 'false']);
    expect(calls.at(-1)?.body).toEqual({ year: 2027, days, reason: '国务院办公厅通知' });
  });

  it('is refused row by row', async () => {
    fakeService({
      ...keeper,
      'POST /calendar/actions/import': () =>
        problem(422, 'VALIDATION_FAILED', {
          errors: [{ pointer: '/days/0/date', code: 'RANGE', detail: '不在该年内', params: {} }],
        }),
    });
    await paste(JSON.stringify({ year: 2028, days }));
    await userEvent.click(screen.getByRole('button', { name: '检查，不录入' }));
    expect(await screen.findByText('第 1 行 date：不在该年内')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '确认录入' })).toBeNull();
  });

  it('that cannot be read is said so before it is sent', async () => {
    fakeService(keeper);
    await paste('{"year":');
    expect(screen.getByText(/无法识别/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '检查，不录入' })).toBeDisabled();
  });
});
