using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using MiaVoices.Core.Language;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MiaVoices.Storage.Index;

/// <summary>
/// Our tokenizer <c>mia</c> in FTS5. In texts it writes the tokens of <see cref="Core.Search.IndexTerms"/>; in queries it
/// takes tokens that are analysed already. Every connection that reads or writes the index needs it.
/// </summary>
public static unsafe class IndexTokenizer
{
    // Keyed by the native handle, which a pool would hand to several connections: FTS5 must learn the tokenizer once.
    private static readonly ConditionalWeakTable<sqlite3, Registration> Registrations = [];

    /// <summary>Teaches an open connection the tokenizer. A second call with the same analyser does nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="analyser">Analyses texts.</param>
    /// <param name="english">Analyses texts that are said to be English; null to take them as all others.</param>
    /// <exception cref="InvalidOperationException">Another analyser is registered on the connection, or SQLite lacks FTS5 or is not the library expected.</exception>
    public static void Register(SqliteConnection connection, ITextAnalyser analyser, ITextAnalyser? english = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(analyser);
        var database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        lock (Registrations)
        {
            if (Registrations.TryGetValue(database, out var known))
            {
                if (!ReferenceEquals(known.Analyser, analyser) || !ReferenceEquals(known.English, english))
                {
                    throw new InvalidOperationException("Another analyser is registered on this connection.");
                }

                return;
            }

            var registration = new Registration(analyser, english);
            Create(FindApi(database), registration);
            Registrations.Add(database, registration);
        }
    }

    /// <summary>
    /// Runs work that may call the tokenizer. No exception can pass through SQLite: one that the analyser threw is kept
    /// and thrown again here in place of SQLite's own error.
    /// </summary>
    public static T Run<T>(SqliteConnection connection, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(work);
        TakeError(connection);
        try
        {
            return work();
        }
        catch (SqliteException) when (TakeError(connection) is { } error)
        {
            error.Throw();
            throw;
        }
    }

    /// <summary>Counts the forms of the texts that the connection indexes.</summary>
    /// <exception cref="InvalidOperationException">The connection does not know the tokenizer.</exception>
    internal static FormCounts Forms(SqliteConnection connection) =>
        connection.Handle is { } database && Registrations.TryGetValue(database, out var registration)
            ? registration.Forms
            : throw new InvalidOperationException("The tokenizer is not registered on this connection.");

    private static ExceptionDispatchInfo? TakeError(SqliteConnection connection)
    {
        if (connection.Handle is not { } database || !Registrations.TryGetValue(database, out var registration))
        {
            return null;
        }

        var error = registration.Error;
        registration.Error = null;
        return error;
    }

    private static Fts5Native.Api* FindApi(sqlite3 database)
    {
        if (!string.Equals(raw.GetNativeLibraryName(), Fts5Native.Library, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("SQLite was loaded from another library than " + Fts5Native.Library + ".");
        }

        Fts5Native.Api* api = null;
        if (raw.sqlite3_prepare_v2(database, "SELECT fts5(?1)", out var statement) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException("SQLite lacks FTS5.");
        }

        using (statement)
        {
            // A literal lies in the program's image and never moves, as SQLite demands of the type's name.
            fixed (byte* type = "fts5_api_ptr"u8)
            {
                if (Fts5Native.BindPointer(statement.DangerousGetHandle(), 1, &api, type, 0) == raw.SQLITE_OK)
                {
                    raw.sqlite3_step(statement);
                }
            }
        }

        return api is null ? throw new InvalidOperationException("SQLite did not hand out FTS5.") : api;
    }

    private static void Create(Fts5Native.Api* api, Registration registration)
    {
        var tokenizer = new Fts5Native.Tokenizer { Create = &OnCreate, Delete = &Free, Tokenize = &OnTokenize };
        var handle = GCHandle.ToIntPtr(GCHandle.Alloc(registration));
        fixed (byte* name = "mia"u8)
        {
            if (api->CreateTokenizer(api, name, handle, &tokenizer, &Free) != raw.SQLITE_OK)
            {
                GCHandle.FromIntPtr(handle).Free();
                throw new InvalidOperationException("FTS5 refused the tokenizer.");
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnCreate(nint registration, byte** arguments, int count, nint* instance)
    {
        try
        {
            var owner = (Registration)GCHandle.FromIntPtr(registration).Target!;
            *instance = GCHandle.ToIntPtr(GCHandle.Alloc(new Instance(owner)));
            return raw.SQLITE_OK;
        }
        catch (OutOfMemoryException)
        {
            return raw.SQLITE_NOMEM;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle)
    {
        if (handle != 0)
        {
            GCHandle.FromIntPtr(handle).Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTokenize(
        nint handle,
        nint context,
        int flags,
        byte* text,
        int length,
        delegate* unmanaged[Cdecl]<nint, int, byte*, int, int, int, int> callback)
    {
        var instance = (Instance)GCHandle.FromIntPtr(handle).Target!;
        try
        {
            var bytes = new ReadOnlySpan<byte>(text, length);
            var sink = new TokenSink(context, callback);
            return (flags & Fts5Native.QueryFlag) != 0 ? QueryEncoding.Read(bytes, sink) : instance.Documents.Emit(bytes, sink);
        }
        catch (Exception error)
        {
            instance.Owner.Error = ExceptionDispatchInfo.Capture(error);
            return raw.SQLITE_ERROR;
        }
    }

    private sealed class Registration(ITextAnalyser analyser, ITextAnalyser? english)
    {
        internal ITextAnalyser Analyser { get; } = analyser;

        internal ITextAnalyser? English { get; } = english;

        internal FormCounts Forms { get; } = new();

        internal ExceptionDispatchInfo? Error { get; set; }
    }

    private sealed class Instance(Registration owner)
    {
        internal Registration Owner { get; } = owner;

        internal DocumentTokens Documents { get; } = new(owner.Analyser, owner.English, owner.Forms);
    }
}
