using System.Runtime.InteropServices;

namespace MiaVoices.Storage.Index;

/// <summary>The part of FTS5's C interface (fts5.h) that a tokenizer needs.</summary>
internal static unsafe partial class Fts5Native
{
    /// <summary>Must be the library that SQLitePCLRaw has loaded, or the pointers belong to another SQLite.</summary>
    internal const string Library = "e_sqlite3";

    /// <summary>FTS5_TOKENIZE_QUERY: the text is a string of a MATCH expression.</summary>
    internal const int QueryFlag = 1;

    /// <summary>FTS5_TOKEN_COLOCATED: the token stands where the one before stands.</summary>
    internal const int Colocated = 1;

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    internal static partial int BindPointer(nint statement, int index, void* pointer, byte* type, nint destructor);

    /// <summary>fts5_api; later members are not used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Api
    {
        internal int Version;
        internal delegate* unmanaged[Cdecl]<Api*, byte*, nint, Tokenizer*, delegate* unmanaged[Cdecl]<nint, void>, int> CreateTokenizer;
    }

    /// <summary>fts5_tokenizer.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Tokenizer
    {
        internal delegate* unmanaged[Cdecl]<nint, byte**, int, nint*, int> Create;
        internal delegate* unmanaged[Cdecl]<nint, void> Delete;
        internal delegate* unmanaged[Cdecl]<nint, nint, int, byte*, int, delegate* unmanaged[Cdecl]<nint, int, byte*, int, int, int, int>, int> Tokenize;
    }
}
