import { createElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { SearchChoice } from '../parts/search-choice';
import { languages, useWords } from '../parts/words';
import { useSites } from '../sites/queries';
import type { Person } from './queries';

/** A person's file as the form holds it: references by their ids. */
export function personValues(person: Person): Values {
  const { login, name, employee_number, email, phone, locale, department, site, superior } = person;
  return {
    login,
    name,
    employee_number,
    email,
    phone,
    locale,
    department_id: department?.id ?? null,
    site_id: site?.id ?? null,
    superior_id: superior?.id ?? null,
  };
}

/** `site`: where the person works now; a closed one is kept until another is chosen. */
function useSiteField(site: Person['site']): Field {
  const { t } = useTranslation('organisation');
  const { data } = useSites(false);
  return useMemo(() => {
    const open = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const isKnown = !site || open.some(({ value }) => value === site.id);
    const options = isKnown ? open : [{ value: site.id, label: site.name }, ...open];
    return {
      kind: 'custom',
      name: 'site_id',
      label: t('person.site'),
      control: createElement(SearchChoice, { options }),
      show: (value) => options.find((one) => one.value === value)?.label ?? null,
    };
  }, [t, data, site]);
}

export function usePersonSections(person?: Person): Section[] {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const site = useSiteField(person?.site);
  return useMemo(
    () => [
      {
        id: 'account',
        title: t('person.account'),
        fields: [
          { kind: 'text', name: 'name', label: t('person.name'), required: true, max: 100 },
          {
            kind: 'text',
            name: 'login',
            label: t('person.login'),
            help: t('person.loginHint'),
            required: true,
            max: 60,
          },
          { kind: 'text', name: 'employee_number', label: t('person.number'), max: 40 },
          {
            kind: 'choice',
            name: 'locale',
            label: t('person.locale'),
            required: true,
            options: languages.map((value) => ({ value, label: words.language(value) })),
          },
        ],
      },
      {
        id: 'place',
        title: t('person.place'),
        hint: t('person.placeHint'),
        fields: [
          { kind: 'department', name: 'department_id', label: t('person.department') },
          site,
          { kind: 'person', name: 'superior_id', label: t('person.superior') },
        ],
      },
      {
        id: 'contact',
        title: t('person.contact'),
        fields: [
          { kind: 'text', name: 'phone', label: t('person.phone'), type: 'tel', max: 40 },
          { kind: 'text', name: 'email', label: t('person.email'), type: 'email', max: 200 },
        ],
      },
    ],
    [t, words, site],
  );
}
