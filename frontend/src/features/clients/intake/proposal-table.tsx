import { useTranslation } from 'react-i18next';
import { useFieldWord } from '@/shared/ui/record/field-words';
import '@/shared/ui/values/values.css';
import '../clients.css';
import { useSay } from '../record/use-say';
import type { Proposed } from './proposed-fields';

type Props = {
  label?: string;
  fields: readonly Proposed[];
  /** Beside what stands now; what was settled is compared with nothing any more. */
  isCompared: boolean;
};

/** Field by field what was proposed. */
export function ProposalTable({ label, fields, isCompared }: Props) {
  const { t } = useTranslation('client-intake');
  const word = useFieldWord('client');
  const say = useSay();
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('submission.field')}</th>
            {isCompared ? <th scope="col">{t('submission.current')}</th> : null}
            <th scope="col">{t('submission.proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, current, proposed }) => (
            <tr key={field}>
              <th scope="row">{word(field)}</th>
              {isCompared ? <td className="zd-long-text">{say(field, current)}</td> : null}
              <td className="zd-long-text">{say(field, proposed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
