import { useTranslation } from 'react-i18next';
import { useTypeWord } from './event-types';

type Props = { types: readonly string[] | null | undefined; isShort?: boolean };

/** What a webhook asks for; of somebody else's nobody is told. */
export function TypesText({ types, isShort = false }: Props) {
  const { t } = useTranslation('webhooks');
  const word = useTypeWord();
  if (!types) return <span className="zd-muted">{t('ownerOnly')}</span>;
  const [first] = types;
  if (first === undefined) return t('types.all');
  if (isShort) {
    return types.length === 1 ? word(first) : t('types.summary', { first: word(first), count: types.length });
  }
  return (
    <ul className="zd-row" aria-label={t('types.title')}>
      {types.map((type) => (
        <li key={type} className="zd-tag" title={type}>
          {word(type)}
        </li>
      ))}
    </ul>
  );
}
