import { useTranslation } from 'react-i18next';
import type { Present } from './presence';
import './record.css';

/** As many as stand in a row beside a title; the others are a number, and their names are read aloud. */
const shown = 3;

function initialOf(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '';
}

/** Who else has the record open, in a row that is there whether or not anybody is: nothing moves when they come. */
export function PresenceRow({ people }: { people: readonly Present[] }) {
  const { t } = useTranslation();
  const writing = people.filter(({ doing }) => doing === 'EDITING');
  const ordered = [...writing, ...people.filter(({ doing }) => doing !== 'EDITING')];
  const say = ({ doing, person }: Present) => t(`presence.${doing}`, { name: person.name });
  const rest = ordered.slice(shown);
  return (
    <div className="zd-presence">
      {people.length > 0 ? (
        <ul aria-label={t('presence.title')}>
          {ordered.slice(0, shown).map((one) => (
            <li key={one.person.id} data-doing={one.doing} title={say(one)}>
              <span className="zd-presence-mark" aria-hidden="true">
                {initialOf(one.person.name)}
              </span>
              <span className="zd-presence-words">{say(one)}</span>
            </li>
          ))}
          {rest.length > 0 ? (
            <li title={rest.map(say).join(t('value.separator'))}>
              <span className="zd-presence-mark" aria-hidden="true">
                {`+${rest.length}`}
              </span>
              <span className="zd-visually-hidden">{rest.map(say).join(t('value.separator'))}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** Said calmly where one writes oneself: what happens when two save the same field. */
export function WritingNotice({ people }: { people: readonly Present[] }) {
  const { t } = useTranslation();
  const writing = people.filter(({ doing }) => doing === 'EDITING').map(({ person }) => person.name);
  return (
    <span className="zd-presence-notice" role="status">
      {writing.length > 0 ? t('presence.alsoWriting', { names: writing.join(t('value.separator')) }) : null}
    </span>
  );
}
