import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientsPicker } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { type Chosen, chosenOf } from './mapping';
import { PaperPicker } from './paper-picker';
import type { DisclosureRow } from './queries';
import { SectionsChoice } from './sections-choice';
import { forms, grounds, recipientKinds } from './words';

const most = 50;
type Words = TFunction<['disclosures', 'common']>;

/** Who receives it; the client is named by the file alone. */
function recipientFields(t: Words, isClient: boolean): Field[] {
  const kind: Field = {
    kind: 'choice',
    name: 'recipient_kind',
    label: t('recipientKind'),
    required: true,
    options: recipientKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
  };
  const name: Field = {
    kind: 'text',
    name: 'recipient',
    label: t('recipient'),
    help: t('recipientHelp'),
    required: true,
    max: 200,
  };
  return isClient ? [kind] : [kind, name];
}

/** On what it rests (B-SEC-08); only a law is named. */
function groundFields(t: Words, isLaw: boolean): Field[] {
  const ground: Field = {
    kind: 'choice',
    name: 'ground',
    label: t('ground'),
    required: true,
    help: <ClauseList clauses={[{ id: 'B-SEC-08' }]} />,
    options: grounds.map((value) => ({ value, label: t(`grounds.${value}`) })),
  };
  const basis: Field = {
    kind: 'long-text',
    name: 'legal_basis',
    label: t('legalBasis'),
    help: t('legalBasisHelp'),
    required: true,
    max: 500,
  };
  return isLaw ? [ground, basis] : [ground];
}

function subjectFields(t: Words, isClient: boolean): Field[] {
  return [
    {
      kind: 'long-text',
      name: 'purpose',
      label: t('purpose'),
      help: t('purposeHelp'),
      required: true,
      max: 1000,
    },
    {
      kind: 'custom',
      name: 'sections',
      label: t('sections'),
      required: true,
      control: <SectionsChoice />,
      show: (value) =>
        (value as DisclosureRow['sections'])
          .map((one) => t(`sectionNames.${one}`))
          .join(t('common:value.separator')),
    },
    {
      kind: 'choice',
      name: 'form',
      label: t('form'),
      required: true,
      options: forms.map((value) => ({ value, label: t(`forms.${value}`) })),
    },
    {
      kind: 'custom',
      name: 'chosen',
      label: t('files'),
      help: isClient ? t('filesHelpClient') : t('filesHelp'),
      required: true,
      wide: true,
      control: <ClientsPicker max={isClient ? 1 : most} />,
      show: (value) => (value as Chosen[]).map(({ label }) => label).join(t('common:value.separator')),
    },
  ];
}

function consentSection(t: Words, { value, label }: Chosen): Section {
  const at = (name: string) => `consent.${value}.${name}`;
  return {
    id: `consent-${value}`,
    title: t('consent.section', { client: label }),
    fields: [
      { kind: 'text', name: at('given_by'), label: t('consent.givenBy'), required: true, max: 200 },
      { kind: 'date', name: at('given_on'), label: t('consent.givenOn'), required: true },
      {
        kind: 'custom',
        name: at('attachment_id'),
        label: t('consent.paper'),
        help: t('consent.paperHelp'),
        required: true,
        wide: true,
        control: <PaperPicker clientId={value} />,
        show: () => t('consent.paper'),
      },
    ],
  };
}

/** What is asked for, and of each client that is chosen the consent. */
export function useRequestSections(title: string, values: Values): Section[] {
  const { t } = useTranslation(['disclosures', 'common']);
  const isClient = values.recipient_kind === 'CLIENT';
  const isLaw = values.ground === 'LAW';
  // The sections hang on whom they are about, not on what is being typed there.
  const about = JSON.stringify(chosenOf(values).map(({ value, label }) => ({ value, label })));
  return useMemo(() => {
    const fields = [
      ...recipientFields(t, isClient),
      ...groundFields(t, isLaw),
      ...subjectFields(t, isClient),
    ];
    const chosen = isLaw ? [] : (JSON.parse(about) as Chosen[]);
    return [{ id: 'request', title, fields }, ...chosen.map((one) => consentSection(t, one))];
  }, [t, title, isClient, isLaw, about]);
}
