import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A small fact of this database, e.g. that the sample data is loaded. */
@Entity('setting')
export class Setting {
  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  value!: unknown;
}
