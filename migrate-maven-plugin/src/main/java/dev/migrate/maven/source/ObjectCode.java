package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is called to change things beside tables. */
final class ObjectCode implements ObjectOperation.Visitor<Call> {

    /** What a sequence has without a word. */
    private static final ColumnType WIDEST = new ColumnType.IntegerType(64);

    @Override
    public Call createSequence(CreateSequence op) {
        Sequence sequence = op.definition();
        List<Call> words = new ArrayList<>();
        sequence.type().filter(type -> !type.equals(WIDEST)).ifPresent(type -> words.add(type(op, type)));
        words.addAll(ColumnCode.numbers(sequence.numbering()));
        sequence.owner().ifPresent(owner -> words.add(owned(owner)));
        sequence.comment().ifPresent(text -> words.add(Call.of("comment", Code.words(text))));
        Call plain = Call.of("createSequence", name(sequence.name()));
        return words.isEmpty() ? plain : with(plain, Code.described("s", "SequenceSpec", words));
    }

    @Override
    public Call alterSequence(AlterSequence op) {
        List<Call> words = new ArrayList<>();
        if (op.type() instanceof Change.Set<ColumnType> set) {
            words.add(type(op, set.value()));
        } else if (op.type() instanceof Change.Drop) {
            words.add(Call.of("bigint"));
        }
        op.start().ifPresent(number -> words.add(Call.of("startWith", Code.number(number))));
        op.increment().ifPresent(number -> words.add(Call.of("incrementBy", Code.number(number))));
        limit(op.minimum(), "minValue", "noMinValue", words);
        limit(op.maximum(), "maxValue", "noMaxValue", words);
        limit(op.cache(), "cache", "usualCache", words);
        op.cycle().ifPresent(cycles -> words.add(Call.of(cycles ? "cycle" : "noCycle")));
        if (op.owner() instanceof Change.Set<Sequence.Owner> set) {
            words.add(owned(set.value()));
        } else if (op.owner() instanceof Change.Drop) {
            words.add(Call.of("notOwned"));
        }
        op.restart().ifPresent(number -> words.add(Call.of("restartWith", Code.number(number))));
        return Call.of("alterSequence", name(op.sequence()), Code.described("s", "SequenceChange", words));
    }

    private static void limit(Change<Long> limit, String set, String drop, List<Call> words) {
        if (limit instanceof Change.Set<Long> number) {
            words.add(Call.of(set, Code.number(number.value())));
        } else if (limit instanceof Change.Drop) {
            words.add(Call.of(drop));
        }
    }

    private static Call type(ObjectOperation op, ColumnType type) {
        if (type instanceof ColumnType.IntegerType whole && whole.bits() == 16) {
            return Call.of("smallint");
        }
        if (type instanceof ColumnType.IntegerType whole && whole.bits() == 32) {
            return Call.of("integer");
        }
        if (type.equals(WIDEST)) {
            return Call.of("bigint");
        }
        throw Unwritable.operation(op, "a sequence of the type " + type + " has no word");
    }

    private static Call owned(Sequence.Owner owner) {
        return Call.of("ownedBy", name(owner.table()), Code.words(owner.column()));
    }

    @Override
    public Call renameSequence(RenameSequence op) {
        return Call.of("renameSequence", name(op.sequence()), unqualified(op.newName()));
    }

    @Override
    public Call dropSequence(DropSequence op) {
        return Call.of("dropSequence", name(op.sequence()));
    }

    @Override
    public Call createSchema(CreateSchema op) {
        return Call.of("createSchema", name(op.definition().name()));
    }

    @Override
    public Call dropSchema(DropSchema op) {
        return Call.of("dropSchema", name(op.schema()));
    }

    @Override
    public Call createEnum(CreateEnum op) {
        return Call.naming(
                "createEnum", op.definition().name().toString(), op.definition().values());
    }

    @Override
    public Call addEnumValue(AddEnumValue op) {
        Call plain = Call.of("addEnumValue", name(op.type()), Code.words(op.value()));
        return op.place()
                .map(place -> with(
                        plain,
                        Code.described(
                                "e",
                                "EnumValueSpec",
                                List.of(Call.of(place.before() ? "before" : "after", Code.words(place.neighbour()))))))
                .orElse(plain);
    }

    @Override
    public Call renameEnumValue(RenameEnumValue op) {
        return Call.of("renameEnumValue", name(op.type()), Code.words(op.value()), Code.words(op.newValue()));
    }

    @Override
    public Call setEnumValues(SetEnumValues op) {
        return Call.naming("setEnumValues", op.type().toString(), op.values());
    }

    @Override
    public Call renameEnum(RenameEnum op) {
        return Call.of("renameEnum", name(op.type()), unqualified(op.newName()));
    }

    @Override
    public Call dropEnum(DropEnum op) {
        return Call.of("dropEnum", name(op.type()));
    }

    @Override
    public Call createView(CreateView op) {
        if (op.definition().materialized()) {
            throw Unwritable.operation(op, "a materialized view has no word");
        }
        return Call.of(
                "createView",
                name(op.definition().name()),
                Code.sql(op.definition().query()));
    }

    @Override
    public Call replaceView(ReplaceView op) {
        return Call.of("replaceView", name(op.view()), Code.sql(op.query()));
    }

    @Override
    public Call dropView(DropView op) {
        return Call.of("dropView", name(op.view()));
    }

    @Override
    public Call setComment(SetComment op) {
        Code kind = Code.constant(op.kind(), "CommentOn");
        return op.comment() instanceof Change.Set<String> set
                ? Call.of("comment", kind, name(op.name()), Code.words(set.value()))
                : Call.of("dropComment", kind, name(op.name()));
    }

    private static Call with(Call call, Code last) {
        List<Code> arguments = new ArrayList<>(call.arguments());
        arguments.add(last);
        return new Call(call.name(), arguments);
    }

    private static Code name(TableName name) {
        return Code.words(name.toString());
    }

    private static Code unqualified(String name) {
        return name(new TableName(Optional.empty(), name));
    }
}
