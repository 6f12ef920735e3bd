import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { duties } from './columns';
import { FigureLink, Rate } from './figure';
import { within } from './links';
import '@/shared/ui/values/plain-table.css';
import { type Asked, type PersonLine, useComplianceOfPeople } from './queries';

function PersonRow({ line, department }: { line: PersonLine; department: string | undefined }) {
  const { t } = useTranslation('compliance');
  const { person } = line;
  const name = person?.name ?? t('nobody');
  return (
    <tr>
      <th scope="row">
        {person ? (
          <RecordLink type="person" id={person.id}>
            {name}
          </RecordLink>
        ) : (
          name
        )}
      </th>
      {duties.map((one) => (
        <td key={one} className="zd-figure" data-bad={one === 'missed' && line.missed.count > 0}>
          {/* No list shows what is nobody's alone. */}
          <FigureLink
            figure={within(line[one], department)}
            label={`${name} ${t(`column.${one}`)}`}
            isListed={person !== null && person !== undefined}
          />
        </td>
      ))}
      <td>
        <Rate rate={line.rate} />
      </td>
    </tr>
  );
}

/** How one rule was kept, person by person; who missed most stands first. */
export function PeopleTable({ rule, asked }: { rule: string; asked: Asked }) {
  const { t } = useTranslation('compliance');
  const people = useComplianceOfPeople({ ...asked, clause: rule });
  return (
    <QueryGate query={people}>
      {({ items }) => (
        <table className="zd-plain-table" aria-label={t('peopleOf', { rule })}>
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              {duties.map((name) => (
                <th key={name} scope="col" className="zd-figure">
                  {t(`column.${name}`)}
                </th>
              ))}
              <th scope="col">{t('column.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((line) => (
              <PersonRow key={line.person?.id ?? 'nobody'} line={line} department={asked.department_id} />
            ))}
          </tbody>
        </table>
      )}
    </QueryGate>
  );
}
