import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { valueAt } from '@/shared/ui/record-form/merge';
import { type Option, useChoices } from '../choices';
import type { Level } from '../levels';
import { levelsOffered, secretContents } from './item-secrecy';

/** What may be chosen of an item of a file: its levels, and what is secret about it. */
export function useSecrecyOptions(ofFile: Level): { levels: Option[]; contents: Option[] } {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const clearance = useMe().data?.clearance ?? 0;
  return useMemo(
    () => ({
      levels: levelsOffered(ofFile, clearance).map((value) => ({ value, label: word('level', value) })),
      contents: secretContents.map((value) => ({ value, label: t(`item.contents.${value}`) })),
    }),
    [t, word, ofFile, clearance],
  );
}

type Asked = {
  levels: readonly Option[];
  contents: readonly Option[];
  isChosen: boolean;
  required?: boolean;
};

/** A level; once there is one, its term and what is secret. */
export function useSecrecyFields({ levels, contents, isChosen, required = false }: Asked): Field[] {
  const { t } = useTranslation('client-record');
  return useMemo(() => {
    const level: Field = {
      kind: 'choice',
      name: 'secrecy.level',
      label: t('item.level'),
      required,
      options: levels,
    };
    if (!isChosen) return [level];
    return [
      level,
      {
        kind: 'choice',
        name: 'secrecy.content',
        label: t('item.content'),
        required: true,
        missing: t('item.missing'),
        options: contents,
      },
      {
        kind: 'date',
        name: 'secrecy.level_until',
        label: t('item.level_until'),
        help: t('item.termHint'),
        wide: true,
      },
    ];
  }, [t, levels, contents, isChosen, required]);
}

type Part = { section: Section | null; heed: (values: Values) => void };

/** The part of a form that gives an item a level of its own: folded away, for most items have none. */
export function useSecrecySection(ofFile: Level, isCorrection: boolean): Part {
  const { t } = useTranslation('client-record');
  const options = useSecrecyOptions(ofFile);
  const [isOpen, setOpen] = useState(false);
  const [isChosen, setChosen] = useState(false);
  const fields = useSecrecyFields({ ...options, isChosen });
  const heed = useCallback((values: Values) => setChosen(Boolean(valueAt(values, 'secrecy.level'))), []);
  const section = useMemo<Section>(
    () => ({
      id: 'secrecy',
      title: t('item.title'),
      hint: isOpen ? `${t('item.hint')}${isCorrection ? ` ${t('item.correction')}` : ''}` : undefined,
      tools: (
        <Button type="link" aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
          {isOpen ? t('item.asFile') : t('item.set')}
        </Button>
      ),
      // What is folded away is not asked for, and not sent.
      fields: isOpen ? fields : [],
    }),
    [t, isOpen, isCorrection, fields],
  );
  return { section: options.levels.length > 0 ? section : null, heed };
}
