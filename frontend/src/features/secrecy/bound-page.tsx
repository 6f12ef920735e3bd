import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { type PersonStanding, useStandings } from './queries';
import './secrecy.css';
import { StandingTag } from './standing-tag';
import '@/shared/ui/values/plain-table.css';

type Shown = 'ALL' | 'OPEN';
const choices: readonly Shown[] = ['ALL', 'OPEN'];

function People({ people }: { people: readonly PersonStanding[] }) {
  const { t } = useTranslation('secrecy');
  if (people.length === 0) return <p className="zd-muted">{t('nobodyOpen')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="zd-panel zd-secrecy-people" aria-label={t('people')} tabIndex={0}>
      <table className="zd-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('bound')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('signedAt')}</th>
            <th scope="col">{t('validUntil')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.person.id}>
              <th scope="row">{one.person.name}</th>
              <td>
                <RefText value={one.department} />
              </td>
              <td className={one.bound ? undefined : 'zd-muted'}>{t(one.bound ? 'boundYes' : 'boundNo')}</td>
              <td>
                <StandingTag standing={one.standing} />
              </td>
              <td>
                <TimeText value={one.acknowledged_at} />
              </td>
              <td>
                <DateText value={one.valid_until} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether everybody's undertaking of secrecy holds, and who sees nothing without it (A-CLI-18, B-SEC-05). */
export function BoundToSecrecyPage() {
  const { t } = useTranslation('secrecy');
  const standings = useStandings();
  const [shown, setShown] = useState<Shown>('ALL');
  return (
    <div className="zd-page">
      <h1>{t('boundTitle')}</h1>
      <p className="zd-muted">{t('boundHint')}</p>
      <QueryGate query={standings}>
        {({ items }) => {
          const open = items.filter(({ standing }) => standing !== 'IN_FORCE');
          return (
            <div className="zd-stack">
              <Radio.Group
                aria-label={t('shown')}
                optionType="button"
                value={shown}
                onChange={({ target }) => setShown(target.value)}
                options={choices.map((value) => ({
                  value,
                  label: t(`choices.${value}`, { count: value === 'ALL' ? items.length : open.length }),
                }))}
              />
              <People people={shown === 'ALL' ? items : open} />
            </div>
          );
        }}
      </QueryGate>
    </div>
  );
}
