import { useTranslation } from 'react-i18next';
import { valueAt } from '@/shared/ui/record-form/merge';
import { Facts } from '@/shared/ui/values/facts';
import '../clients.css';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { contentSections, type SectionId } from '../contents';
import type { Client } from '../queries';
import { ContentValue } from './content-value';

/** One or more sections of the file, read. */
export function ContentTab({ client, sections }: { client: Client; sections: readonly SectionId[] }) {
  const { t } = useTranslation('clients');
  const label = useFieldWord('client');
  const isPerson = client.kind === 'INDIVIDUAL';
  return (
    <div className="zd-stack">
      {contentSections
        .filter(({ id }) => sections.includes(id))
        .map(({ id, fields }) => {
          const shown = fields.filter((field) => !(isPerson && field.institution) && field.name !== 'name');
          return (
            <section key={id} className="zd-panel zd-block" aria-labelledby={`contents-${id}`}>
              <h2 id={`contents-${id}`}>{t(`section.${id}`)}</h2>
              {shown.length === 0 ? <p className="zd-muted">{t('section.none')}</p> : null}
              <Facts
                items={shown.map((field) => ({
                  label: label(field.name),
                  value: <ContentValue field={field} client={client} />,
                  // What is not written takes no line of its own.
                  wide: field.kind === 'long-text' && Boolean(valueAt(client, field.name)),
                }))}
              />
            </section>
          );
        })}
    </div>
  );
}
